"""The process: it introduces engine, storage and channels to each other and owns every lifetime."""
