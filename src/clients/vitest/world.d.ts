/** How the control API declares a world; docs/control-api.md lists all members. */
export interface WorldSettings {
  balanceUsd?: number;
  jobTime?: string;
  edition?: string;
  scenario?: string | object;
  limits?: boolean;
  quirks?: Record<string, string>;
  clock?: { at?: string; frozen?: boolean; scale?: number };
  seed?: number;
  label?: string;
  /** Whether a test fails whose client did what would cost money or break in production. */
  failOnFindings?: boolean;
}

export interface Finding {
  rule: string;
  severity: "info" | "warning" | "error";
  says: string;
  costUsd: number;
  docs: string;
}

export interface World {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly id: string;
  readonly clock: {
    now(): Promise<string>;
    /** Forward by a duration, such as "40s". */
    advance(duration: string): Promise<string>;
    freeze(): Promise<string>;
    /** Makes it the client's clock too: it stands still but for what the client waits. */
    share(): Promise<string>;
    /** To the next thing that is due. */
    next(): Promise<string>;
  };
  scenario(nameObjectOrYaml: string | object): Promise<void>;
  jobs(): Promise<Array<Record<string, unknown>>>;
  requests(): Promise<Array<Record<string, unknown>>>;
  findings(): Promise<Finding[]>;
  account(): Promise<{ balanceUsd: number; spentUsd: number; ledger: Array<Record<string, unknown>> }>;
  report(): Promise<string>;
}
