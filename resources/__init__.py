"""Files the program carries: codes, icons, style, translations and the demo region."""
