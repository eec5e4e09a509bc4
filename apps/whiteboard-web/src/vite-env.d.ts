/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** Where the API answers, for example `http://127.0.0.1:4000`. */
  readonly VITE_API_URL: string;
}
