"""How operations travel: replay now; the exchange with the centre grows from here.  No I/O."""
