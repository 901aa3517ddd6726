"""When and in what order: Prefect flows, settings and the command line. The only room that imports prefect."""
