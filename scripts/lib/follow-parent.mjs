// Loaded into each child: when the parent is gone, even by kill -9, the child stops too.
// Next's own dev worker lives by that channel until its first message: it has its parent to follow.
if (process.send && !process.env.NEXT_PRIVATE_WORKER) {
  process.channel?.unref();
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
}
