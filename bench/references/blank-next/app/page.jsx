/** The least a page of this framework can be. */
export default function Page() {
  return <h1>Blank</h1>
}
