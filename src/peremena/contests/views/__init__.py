"""Pages of the contests room. The catalogue is open to everybody."""
