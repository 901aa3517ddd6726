"""Bytes in, bytes kept: fetching and the append-only landing zone. The only room that opens sockets."""
