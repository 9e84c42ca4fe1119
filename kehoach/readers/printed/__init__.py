"""Words with their places on paper, from a PDF or from OCR, put in reading order as lines, columns, cells and paragraphs."""
