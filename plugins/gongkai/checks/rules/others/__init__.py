"""K: lists, press plans, policies for enterprises."""
