"""What is left of a kept map when the tab or the browser is killed while it is being kept."""
