import { readers } from "../readers/readers.ts";
import { serveReaders } from "./serve.ts";

serveReaders(readers);
