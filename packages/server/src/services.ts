import type { MakeServices } from "./lambda-options.js";

/** What handlers work with. */
export interface Services {
  /** Null until the first load. */
  made: object | null;
  /** Makes the services, once for all who ask at the same time. A failure does not last: the next request tries again. */
  load(): Promise<object>;
}

export function createServices<Made extends object>(make: MakeServices<Made>): Services {
  let pending: Promise<object> | undefined;
  const services: Services = {
    made: null,
    load() {
      pending ??= makeThem().finally(() => {
        pending = undefined;
      });
      return pending;
    },
  };
  async function makeThem() {
    services.made = await make(process.env);
    return services.made;
  }
  return services;
}
