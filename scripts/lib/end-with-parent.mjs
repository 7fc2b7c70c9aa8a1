// Loaded into each server before its own code: a server whose starter is gone has no reason to stay.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
