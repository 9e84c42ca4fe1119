"""Words with their places on paper, from a PDF or OCR, put in order as lines, columns, cells and paragraphs."""
