import { manPage } from "./man-page.js";
import { packageFacts } from "./version.js";

// Run by `npm run build`, which keeps what this prints as dist/poam.1.
process.stdout.write(manPage(packageFacts().version));
