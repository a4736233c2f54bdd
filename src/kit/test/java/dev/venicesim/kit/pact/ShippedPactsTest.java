package dev.venicesim.kit.pact;

import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;

/** The pacts that ship hold against a simulator. */
@Provider("venice-video-api")
@PactFolder("pacts")
class ShippedPactsTest implements VenicePacts {}
