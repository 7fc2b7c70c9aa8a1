/** Callers who announce a body of 9.9 MB to a page, send most of it and then nothing more. */
import { connect, type Socket } from 'node:net'

const callers = 60
const announced = 9_900_000
const chunk = Buffer.alloc(64 * 1024, 'a')

/** When all have sent what they will; gives what ends them. */
export async function holdHalfSentBodies(port: number): Promise<() => Promise<unknown>> {
  const sockets = await Promise.all(Array.from({ length: callers }, () => sendMost(port)))
  return () => Promise.all(sockets.map(end))
}

const sendMost = (port: number) =>
  new Promise<Socket>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let left = announced - chunk.length
    // Hung up on is an answer, too.
    socket.on('error', () => resolve(socket)).resume()
    const more = () => {
      while (left > 0 && !socket.destroyed) {
        left -= chunk.length
        if (!socket.write(chunk)) return void socket.once('drain', more)
      }
      resolve(socket)
    }
    socket.write(`POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: ${announced}\r\n\r\n`, more)
  })

const end = (socket: Socket) =>
  new Promise<void>((resolve) => {
    if (socket.closed) return resolve()
    socket.once('close', () => resolve()).destroy()
  })
