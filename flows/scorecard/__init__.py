"""How good the rules are, measured on gold documents that people have marked up (docs/annotation.md)."""
