// Loaded into each child: when the parent is gone, even by kill -9, the child stops too.
if (process.send) {
  process.channel?.unref();
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
}
