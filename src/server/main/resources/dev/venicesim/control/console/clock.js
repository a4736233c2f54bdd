/** A world's clock, told between two messages of the server by this machine's own. */
export class Clock {
  constructor(state) {
    this.set(state);
  }

  set(state) {
    this.state = state;
    this.seen = Date.now();
    this.base = Date.parse(state.now);
  }

  get frozen() {
    return this.state.frozen;
  }

  get scale() {
    return this.state.scale;
  }

  now() {
    return this.frozen ? this.base : this.base + (Date.now() - this.seen) * this.scale;
  }
}
