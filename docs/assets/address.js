/* Run before the theme's script, which opens its own search box for an address with a `q`. The
 * finder's address has one; finder.js puts it back. */
"use strict"
self.askedAddress = location.search
history.replaceState(history.state, "", location.pathname + location.hash)
