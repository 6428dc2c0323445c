"""How good it is: gold, scores, and the rules against their own examples."""
