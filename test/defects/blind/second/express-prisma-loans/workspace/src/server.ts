import { createApp } from './app.js'
import { config } from './config.js'
import { startOverdueJob } from './jobs/overdue.js'

createApp().listen(config.port)
startOverdueJob()
