/** Never shown, app/[...address] answers: without this file, Next sends its own English one along with every page. */
export default function RootNotFound() {
  return null;
}
