"""Results as text: for people, for programs, for code hosts, for calendars. They go to `reports/`, never under the site."""
