"""What other tools make of the amounts in the gold documents. Each peer runs in the environment of bench/peers.txt."""
