"""C: consultations, feedback and messages."""
