export type {
  ApiConfig,
  AuthorizerConfig,
  CorsConfig,
  DevConfig,
  EnvironmentConfig,
  FunctionConfig,
  GatewrightConfig,
  OutputConfig,
} from "./config/config.js";
export { defineConfig } from "./config/config.js";
