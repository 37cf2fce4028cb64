"""Y: annual reports and their arithmetic."""
