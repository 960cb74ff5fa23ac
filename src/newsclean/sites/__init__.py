"""Publisher rules: read from files, and applied where they name something."""
