GRANT SELECT, INSERT, UPDATE ON communes, commune_aliases TO guichet_app;
