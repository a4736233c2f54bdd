package stranger;

import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import dev.venicesim.kit.pact.VenicePacts;

@Provider("venice-video-api")
@PactFolder("pacts")
class OurPactsTest implements VenicePacts {}
