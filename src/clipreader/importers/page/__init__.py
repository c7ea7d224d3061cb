"""How a saved web page is read, step by step; only ``importers.web_page`` calls in here.

``markup`` makes one clean string of the bytes, ``tree`` parses it, ``walk`` turns it into blocks of
visible words with their pictures, ``home`` finds where the article stands and ``body`` says which
of the blocks there belong to it, ``figures`` puts captions and credits to pictures, ``header``
names what stands around the headline, ``metadata`` and ``schema_org`` read what the page says of
itself. ``second_reader`` reads the same page without the parser, so that text which the parser
loses is noticed. What was tried and left: extraction
libraries, because each of them deletes captions or credits, and none keeps a picture's place.
"""
