"""What a person types, the clock and the environment · argv → exit status."""
