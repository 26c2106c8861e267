/** In a thread of its own: a PDF that is slow or hungry by design ends with it, and nothing else. */
import { parentPort, workerData } from 'node:worker_threads'
import { writePdfAnew } from './write-pdf-anew.ts'

parentPort?.postMessage(await writePdfAnew(workerData))
