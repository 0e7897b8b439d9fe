// npm run build: dependencies, core and dist, each only when stale.
import { setup } from './setup.mjs'

setup()
