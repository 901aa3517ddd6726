"""bytes -> records, pure: parsing, rules and sources. No network, clock, disk writes or database."""
