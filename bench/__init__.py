"""Measurements: speed as ratios against named yardsticks, and the scorecard of peers. Nothing here is installed."""
