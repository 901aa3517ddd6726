"""Fetching over http and https: polite, safe, whole or not at all."""
