"""X: personal data in texts and attachments."""
