export type {
  ApiConfig,
  AuthorizerConfig,
  CorsConfig,
  DevConfig,
  EnvironmentConfig,
  FunctionConfig,
  GatewrightConfig,
  OutputConfig,
} from "./config.js";
export { defineConfig } from "./config.js";
