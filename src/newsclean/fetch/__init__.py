"""The only room with a network: an address in, a page or an error that says why not."""
