CREATE POLICY "author" ON "notes" AS RESTRICTIVE FOR INSERT TO "guichet_app" WITH CHECK ((select app_is_system()) or agent_id = (select app_agent_id()));--> statement-breakpoint
CREATE POLICY "author" ON "messages" AS RESTRICTIVE FOR INSERT TO "guichet_app" WITH CHECK ((select app_is_system())
        or (author_kind, author_id) = (select app_actor_kind(), app_actor_id()));--> statement-breakpoint
CREATE POLICY "starts_as_draft" ON "requests" AS RESTRICTIVE FOR INSERT TO "guichet_app" WITH CHECK ((select app_is_system()) or status = 'draft');--> statement-breakpoint
CREATE POLICY "holders_decide_nothing" ON "requests" AS RESTRICTIVE FOR UPDATE TO "guichet_app" USING (true) WITH CHECK ((select app_actor_kind()) in ('agent', 'system')
        or status not in ('accepted', 'refused', 'closed'));--> statement-breakpoint
CREATE POLICY "author" ON "supplements" AS RESTRICTIVE FOR INSERT TO "guichet_app" WITH CHECK ((select app_is_system()) or agent_id = (select app_agent_id()));--> statement-breakpoint
-- What was written stays as it was written.
REVOKE UPDATE ON messages, notes FROM guichet_app;
