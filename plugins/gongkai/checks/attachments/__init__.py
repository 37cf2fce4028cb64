"""What is inside attachments: text, what a reader does not see, and hidden metadata, within limits."""
