"""Long forms that keep every word: typed content, versions, merge, difference, comments."""
