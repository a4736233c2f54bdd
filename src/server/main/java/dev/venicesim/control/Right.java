package dev.venicesim.control;

/** Right that a call of the control API asks of its caller. */
enum Right {
    /** None: health, the page without its data, signing in. */
    OPEN,
    /** To read: the admin token or the viewer token. */
    READ,
    /** To change: the admin token. */
    CHANGE,
    /** To read and change the world of one's own API key, and no other. */
    OWN
}
