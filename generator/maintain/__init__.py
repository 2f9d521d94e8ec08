"""What people run by hand, never in a build: records are begun, renamed and retired here, and what
is kept beside them is written."""
