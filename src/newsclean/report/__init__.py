"""What people look at: the explain report as one HTML file and on a terminal, and differences in words."""
