"""The inspection before the inspection: rules on the folder, the catalog, the built site; it prints nothing itself."""
