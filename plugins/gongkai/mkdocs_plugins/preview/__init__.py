"""The preview: pages are made when they are asked for, by the same function as in a build, and nothing is written."""
