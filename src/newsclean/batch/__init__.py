"""Many pages: sources, a pool of killable workers, sinks, and a manifest to resume by."""
