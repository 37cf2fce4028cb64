"""G: freshness of columns, dates, footer, links and weight of pages."""
