CREATE POLICY "only_drafts_go" ON "requests" AS RESTRICTIVE FOR DELETE TO "guichet_app" USING (status = 'draft');--> statement-breakpoint
GRANT DELETE ON requests TO guichet_app;
